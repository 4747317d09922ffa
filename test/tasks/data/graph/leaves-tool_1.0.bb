LICENSE = "MIT"
PE = "2"
PROVIDES += "virtual/tool"
addtask sharpen
do_sharpen () {
    :
}
